"""The one stylesheet, with the tokens of ``theme.py`` as $names."""

from __future__ import annotations

from string import Template

SHEET = Template("""
QWidget { font-family: "$family"; font-size: $px15; color: $ink; }
QMainWindow, QDialog, QWidget[role="page"] { background: $page; }
QToolTip { background: $ink; color: $card; border: 0; padding: 4px 8px; font-size: $px13; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: $px24; font-weight: 700; }
QLabel[role="section"] { font-size: $px17; font-weight: 700; }
QLabel[role="strong"] { font-weight: 700; }
QLabel[role="figure"] { font-size: $px34; font-weight: 700; }
QLabel[role="secondary"] { color: $secondary; }
QLabel[role="small"] { font-size: $px13; color: $secondary; }
QLabel[role="required"] { color: $danger; font-weight: 700; }
QLabel[tone="ok"] { color: $ok; }
QLabel[tone="attention"] { color: $attention; }
QLabel[tone="danger"] { color: $danger; }
QLabel[tone="accent"] { color: $accent; }

QFrame[role="card"] { background: $card; border: 1px solid $hairline; border-radius: 12px; }
QFrame[role="popover"] { background: $card; border: 1px solid $line; border-radius: 8px; }
QFrame[role="strip"] { border-radius: 8px; border: 1px solid transparent; }
QFrame[role="strip"][tone="ok"] { background: $ok_tint; border-color: $ok; }
QFrame[role="strip"][tone="attention"] { background: $attention_tint; border-color: $attention; }
QFrame[role="strip"][tone="danger"] { background: $danger_tint; border-color: $danger; }
QFrame[role="strip"][tone="accent"] { background: $accent_tint; border-color: $accent; }
QFrame[role="strip"][tone="neutral"] { background: $neutral_tint; border-color: $hairline; }
QFrame[role="strip"]:focus { border: 2px solid $focus; }
QFrame[role="strip"][place="window"] { margin: 0 24px 10px 24px; }
QFrame[role="toast"] { background: $ink; }
QFrame[role="toast"] QLabel { color: $card; font-size: $px13; font-weight: 600; }
QFrame[role="statusbar"] { background: $card; border: 0; border-top: 1px solid $hairline; }

QPushButton { min-height: $control; padding: 5px 16px; background: $card; color: $ink;
  border: 1px solid $line; border-radius: 8px; margin: 1px; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $neutral_tint; }
QPushButton:focus { border: 2px solid $focus; padding: 4px 15px; }
QPushButton:disabled { color: $disabled; border-color: $hairline; background: $page; }
QPushButton:checked { background: $accent_tint; border-color: $accent; color: $accent; font-weight: 700; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 2px solid $accent; font-weight: 700;
  padding: 4px 18px; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:pressed { background: $accent_pressed; }
QPushButton[kind="primary"]:focus { border: 3px solid $accent_soft; background: $accent_pressed; padding: 3px 17px; }
QPushButton[kind="primary"]:disabled { background: $disabled; border-color: $disabled; color: $card; }
QPushButton[kind="danger"] { color: $danger; border-color: $danger; }
QPushButton[kind="quiet"] { border: 1px solid transparent; background: transparent; color: $accent; padding: 5px 8px; }
QPushButton[kind="quiet"]:hover { background: $accent_tint; }
QPushButton[kind="quiet"]:focus { border: 2px solid $focus; padding: 4px 7px; }
QPushButton[kind="quiet"]:disabled { color: $disabled; }
QPushButton[kind="link"] { border: 1px solid transparent; background: transparent; color: $accent; padding: 1px 4px;
  min-height: 0; text-align: left; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 1px solid $focus; }
QPushButton[kind="toast"] { border: 0; border-radius: 4px; background: $ink; color: $card; font-weight: 600;
  padding: 0 12px; min-height: 0; margin: 0; font-size: $px13; text-decoration: underline; }
QPushButton[kind="toast"]:hover, QPushButton[kind="toast"]:focus { background: $card; color: $ink; }
QPushButton[kind="segment"] { border-radius: 0; margin: 0; padding: 5px 12px; border-right-width: 0; }
QPushButton[kind="segment"]:focus { border: 2px solid $focus; padding: 4px 11px; }
QPushButton[kind="segment"][place="first"], QPushButton[kind="segment"][place="only"]
  { border-top-left-radius: 8px; border-bottom-left-radius: 8px; }
QPushButton[kind="segment"][place="last"], QPushButton[kind="segment"][place="only"]
  { border-top-right-radius: 8px; border-bottom-right-radius: 8px; border-right-width: 1px; }
QPushButton[kind="filter"] { border-radius: 14px; min-height: 0; padding: 3px 12px; background: $neutral_tint;
  border: 1px solid transparent; color: $neutral; font-size: $px14; }
QPushButton[kind="filter"]:hover { border-color: $line; }
QPushButton[kind="filter"]:checked { background: $accent_tint; color: $accent; font-weight: 700; }
QPushButton[kind="filter"]:focus { border: 1px solid $focus; }
QPushButton[kind="filter"]::menu-indicator { width: 0; }
QPushButton[kind="status"] { border: 1px solid transparent; border-radius: 4px; background: transparent; min-height: 0;
  padding: 3px 8px; color: $secondary; font-size: $px13; }
QPushButton[kind="status"]:hover { background: $hover; color: $ink; }
QPushButton[kind="status"]:focus { border: 1px solid $focus; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox { background: $card; border: 1px solid $line;
  border-radius: 8px; padding: 5px 10px; selection-background-color: $accent;
  selection-color: $on_accent; margin: 1px; }
QLineEdit, QPlainTextEdit, QTextEdit { placeholder-text-color: $secondary; }
QLineEdit, QComboBox, QSpinBox { min-height: $control; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: $secondary; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus
  { border: 2px solid $focus; padding: 4px 9px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"]
  { border: 2px solid $danger; padding: 4px 9px; background: $danger_tint; }
QLineEdit[wrong="true"]:focus, QPlainTextEdit[wrong="true"]:focus, QComboBox[wrong="true"]:focus
  { border: 3px solid $focus; border-left: 8px solid $danger; padding: 3px 8px 3px 3px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QLineEdit:read-only
  { background: $page; color: $secondary; border-color: $hairline; }
QComboBox::drop-down { border: 0; width: $px34; }
QComboBox::down-arrow { image: url("$chevron"); width: $px17; height: $px17; }
QComboBox QLineEdit, QComboBox QLineEdit:focus
  { border: 0; padding: 0; margin: 0; min-height: 0; background: transparent; }
QComboBox QAbstractItemView, QListView[role="choices"] { background: $card; border: 1px solid $line; border-radius: 0;
  outline: 0; selection-background-color: $accent_tint; selection-color: $ink; }
QComboBox QAbstractItemView::item, QListView[role="choices"]::item { min-height: $px34; padding: 0 10px; }
QListView[role="choices"]::item:selected, QComboBox QAbstractItemView::item:selected
  { background: $accent_tint; color: $ink; }

QCheckBox, QRadioButton { spacing: 8px; padding: 4px 2px; background: transparent; border: 1px solid transparent;
  border-radius: 4px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid $focus; }
QCheckBox::indicator { width: $px18; height: $px18; border: 1px solid $line; border-radius: 4px; background: $card; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QRadioButton::indicator { width: $px17; height: $px17; border: 1px solid $line; border-radius: 9px; background: $card; }
QRadioButton::indicator:checked { border: 5px solid $accent; }

QTableView, QTreeView { background: $card; border: 0; outline: 0; gridline-color: transparent;
  selection-background-color: $selected; selection-color: $ink; }
QHeaderView { background: $card; border: 0; }
QHeaderView::section { background: $card; color: $secondary; border: 0; border-bottom: 1px solid $line;
  padding: 8px 12px; font-size: $px14; }
QHeaderView::section:hover { color: $accent; }
QTableCornerButton::section { background: $card; border: 0; }

QMenu { background: $card; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 8px 24px 8px 16px; border-radius: 4px; }
QMenu::item:selected { background: $accent_tint; color: $ink; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }

QProgressBar { background: $neutral_tint; border: 0; border-radius: 4px; min-height: 8px; max-height: 8px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }

QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[role="scrolled"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $accent_soft; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 40px; }
QScrollBar::handle:horizontal { min-width: 40px; }
QScrollBar::handle:hover { background: $accent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTabWidget::pane { border: 0; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $secondary; padding: 8px 16px; border: 0;
  border-bottom: 3px solid transparent; }
QTabBar[close="true"]::tab { padding: 8px 8px; }
QTabBar::tab:selected { color: $accent; font-weight: 700; border-bottom: 3px solid $accent; }
QTabBar::tab:focus { color: $focus; border-bottom: 3px solid $focus; }
QSplitter::handle { background: transparent; width: 16px; }

QCalendarWidget QToolButton { min-height: $control; padding: 0 8px; background: $card; border: 0; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $card; }
QCalendarWidget QAbstractItemView { background: $card; outline: 0; }
""")
