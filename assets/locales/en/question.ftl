# Words of the question.
