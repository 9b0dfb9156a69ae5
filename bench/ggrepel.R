# How many names ggrepel places with its defaults: prints "placed N of M".
# Rscript bench/ggrepel.R POINTS.csv OUT.png
suppressMessages({
    library(ggplot2)
    library(ggrepel)
})
arguments <- commandArgs(trailingOnly = TRUE)
points <- read.csv(arguments[1])
figure <- ggplot(points, aes(x, y, label = name)) + geom_point() + geom_text_repel(seed = 1)
png(arguments[2], width = 800, height = 500, res = 96)
lost <- 0
withCallingHandlers(print(figure), warning = function(said) {
    lost <<- lost + as.integer(sub("^ggrepel: ([0-9]+) unlabeled.*", "\\1", conditionMessage(said)))
    invokeRestart("muffleWarning")
})
invisible(dev.off())
cat("placed", nrow(points) - lost, "of", nrow(points), "\n")
