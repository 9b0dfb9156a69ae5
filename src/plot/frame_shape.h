// The steps of shaping beside filter, fold and group. Private to the frame.
#pragma once

#include "plot/frame_work.h"

/* Each does nothing when its option was not given. FALSE and ERROR_USAGE or ERROR_INPUT else. */
gboolean frame_join(FrameWork *work, GError **error);
gboolean frame_let(FrameWork *work, GError **error);
/* --top: needs a sum; a plain column of numbers is summed, and its name leaves names. */
gboolean frame_top(FrameWork *work, char *names[CHANNEL_COUNT], GError **error);
/* --cumulative, --rolling, --index-to, --change, in this order, on the finished frame. */
gboolean frame_windows(Frame *frame, const Spec *spec, Report *report, GError **error);
