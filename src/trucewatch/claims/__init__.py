"""From what the reader marked and the resolvers made of it to the claims of one document."""
