"""The figures of a month as value objects; screen, paper, workbook, command and sync file show the same ones.

Rates are percentages with two decimals, None for 0 ÷ 0 (printed as —). Money is in fen, time in minutes.
The rules are those of handbook section 4; ``desktop.services.figures`` computes them from rows.
"""
