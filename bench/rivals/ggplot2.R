# Rscript --vanilla ggplot2.R bar|lines|sums CSV OUT.svg|OUT.png
suppressMessages(library(ggplot2))
arguments <- commandArgs(trailingOnly = TRUE)
csv <- arguments[2]
out <- arguments[3]
figure <- switch(arguments[1],
    bar = ggplot(read.csv(csv), aes(factor(year), total)) +
        geom_col(fill = "#12436D") +
        geom_text(aes(label = total), vjust = -0.4) +
        labs(title = "Singapore's trade with North Korea", x = NULL, y = "thousand Singapore dollars"),
    lines = ggplot(read.csv(csv), aes(month, value, colour = series)) +
        geom_line(linewidth = 0.8) + expand_limits(y = 0) + labs(y = NULL, colour = NULL),
    sums = {
        data.table::setDTthreads(parallel::detectCores())
        table <- data.table::fread(csv)[, list(value = sum(value) / 1e6), by = list(country, year)]
        ggplot(table, aes(year, value, colour = country)) +
            geom_line(linewidth = 0.8) + labs(x = NULL, y = "value, million", colour = NULL)
    }
)
figure <- figure + theme_minimal(base_family = "Liberation Sans", base_size = 12)
device <- if (endsWith(out, ".png")) ragg::agg_png else svglite::svglite
ggsave(out, figure, device = device, width = 8, height = 5, dpi = 200)
