"""Printed pages: reports as PDF and workbook, bed labels, resident cards. reportlab and qrcode live here only."""
