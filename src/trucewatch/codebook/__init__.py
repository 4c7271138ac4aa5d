"""The words of the field, as data: one TOML file for each subject, read through `loading`."""
