"""The command line: parse, call a service, print. docs/cli.md is the contract that others script against."""
