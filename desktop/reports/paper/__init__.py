"""How paper is made: pages, flow, tables, fonts, charts, workbooks."""
