"""How alike texts are: TF-IDF with background weights, cosines, matrices, nearest sections."""
