"""What a reader is told of a result, apart from any format: names, rows, marks, remarks, legend and notes."""
