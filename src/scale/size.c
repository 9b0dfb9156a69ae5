#include "scale/size.h"

#include "scale/ticks_internal.h"

#include <math.h>

double
size_radius(const SizeScale *scale, double value)
{
    if (!(value > 0) || !(scale->greatest > 0))
        return 0;
    return scale->radius * sqrt(value / scale->greatest);
}

/* The largest of the digits times a power of ten that is not above the value. */
static double
round_down(double value, const int *digits, guint n)
{
    int power = (int)floor(log10(value)) - 1;

    for (guint i = n; i > 0; i--) {
        double round = tick_decimal(digits[i - 1], power);

        if (round <= value)
            return round;
    }
    return tick_decimal(digits[n - 1], power - 1);
}

guint
size_legend_values(double least, double greatest, double ret_values[3])
{
    static const int fine[] = { 10, 15, 20, 25, 30, 40, 50, 60, 80 }, coarse[] = { 10, 20, 50 };
    guint n = 1;

    if (!(greatest > 0) || !isfinite(greatest))
        return 0;
    /* Radii of about 1, 0.6 and 0.3. */
    ret_values[0] = round_down(greatest, fine, G_N_ELEMENTS(fine));
    if (ret_values[0] == 0)
        ret_values[0] = greatest;
    for (guint i = 1; i < 3; i++) {
        double value =
            round_down(ret_values[0] * (i == 1 ? 0.4 : 0.1), coarse, G_N_ELEMENTS(coarse));

        if (value > 0 && value >= least && value < ret_values[n - 1])
            ret_values[n++] = value;
    }
    return n;
}
