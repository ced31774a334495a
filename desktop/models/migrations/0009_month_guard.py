"""The database itself keeps closed months and standing rows, also from a program that is not this one.

``month_gate`` opens a month within one transaction: its row refers to a row of ``never``, which is always empty, so a
commit with an open gate fails. REPLACE deletes without firing DELETE triggers, hence a trigger before each insert.
Triggers of the guard: frozen text, made from models.counted as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

LIVING, EVER = "living", "ever"

GUARD = """
CREATE TRIGGER visit_month_insert BEFORE INSERT ON visit WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open'
AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN (substr(new.visited_on,
1, 7)) AND (CASE WHEN new.voided_at IS NULL AND substr(new.visited_on, 1, 7) = m.month THEN quote(new.visited_on) ||
',' || quote(new.resident_id) || ',' || quote(new.visited_at) || ',' || quote(new.method) || ',' || quote(new.outcome)
|| ',' || quote(new.contact) || ',' || quote(new.health) || ',' || quote(new.spirit) || ',' || quote(new.safety) ||
',' || quote(new.hygiene) || ',' || quote(new.dwelling) || ',' || quote(new.support) END IS NOT NULL)) BEGIN SELECT
RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER visit_month_update BEFORE UPDATE OF voided_at, visited_on, resident_id, visited_at, method, outcome,
contact, health, spirit, safety, hygiene, dwelling, support ON visit WHEN EXISTS (SELECT 1 FROM month m WHERE m.state
<> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN
(substr(old.visited_on, 1, 7), substr(new.visited_on, 1, 7)) AND (CASE WHEN old.voided_at IS NULL AND
substr(old.visited_on, 1, 7) = m.month THEN quote(old.visited_on) || ',' || quote(old.resident_id) || ',' ||
quote(old.visited_at) || ',' || quote(old.method) || ',' || quote(old.outcome) || ',' || quote(old.contact) || ',' ||
quote(old.health) || ',' || quote(old.spirit) || ',' || quote(old.safety) || ',' || quote(old.hygiene) || ',' ||
quote(old.dwelling) || ',' || quote(old.support) END IS NOT CASE WHEN new.voided_at IS NULL AND substr(new.visited_on,
1, 7) = m.month THEN quote(new.visited_on) || ',' || quote(new.resident_id) || ',' || quote(new.visited_at) || ',' ||
quote(new.method) || ',' || quote(new.outcome) || ',' || quote(new.contact) || ',' || quote(new.health) || ',' ||
quote(new.spirit) || ',' || quote(new.safety) || ',' || quote(new.hygiene) || ',' || quote(new.dwelling) || ',' ||
quote(new.support) END)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER visitor_month_insert BEFORE INSERT ON visitor WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <>
'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN (substr((SELECT
p.visited_on FROM visit p WHERE p.id = new.visit_id AND p.voided_at IS NULL), 1, 7)) AND (CASE WHEN new.voided_at IS
NULL AND substr((SELECT p.visited_on FROM visit p WHERE p.id = new.visit_id AND p.voided_at IS NULL), 1, 7) = m.month
THEN quote((SELECT p.visited_on FROM visit p WHERE p.id = new.visit_id AND p.voided_at IS NULL)) || ',' ||
quote(new.visit_id) || ',' || quote(new.name) END IS NOT NULL)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER visitor_month_update BEFORE UPDATE OF voided_at, visit_id, name ON visitor WHEN EXISTS (SELECT 1 FROM
month m WHERE m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND
m.month IN (substr((SELECT p.visited_on FROM visit p WHERE p.id = old.visit_id AND p.voided_at IS NULL), 1, 7),
substr((SELECT p.visited_on FROM visit p WHERE p.id = new.visit_id AND p.voided_at IS NULL), 1, 7)) AND (CASE WHEN
old.voided_at IS NULL AND substr((SELECT p.visited_on FROM visit p WHERE p.id = old.visit_id AND p.voided_at IS NULL),
1, 7) = m.month THEN quote((SELECT p.visited_on FROM visit p WHERE p.id = old.visit_id AND p.voided_at IS NULL)) ||
',' || quote(old.visit_id) || ',' || quote(old.name) END IS NOT CASE WHEN new.voided_at IS NULL AND substr((SELECT
p.visited_on FROM visit p WHERE p.id = new.visit_id AND p.voided_at IS NULL), 1, 7) = m.month THEN quote((SELECT
p.visited_on FROM visit p WHERE p.id = new.visit_id AND p.voided_at IS NULL)) || ',' || quote(new.visit_id) || ',' ||
quote(new.name) END)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER visit_need_month_insert BEFORE INSERT ON visit_need WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <>
'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN (substr((SELECT
p.visited_on FROM visit p WHERE p.id = new.visit_id AND p.voided_at IS NULL), 1, 7)) AND (CASE WHEN new.voided_at IS
NULL AND substr((SELECT p.visited_on FROM visit p WHERE p.id = new.visit_id AND p.voided_at IS NULL), 1, 7) = m.month
THEN quote((SELECT p.visited_on FROM visit p WHERE p.id = new.visit_id AND p.voided_at IS NULL)) || ',' ||
quote(new.visit_id) || ',' || quote(new.type) END IS NOT NULL)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER visit_need_month_update BEFORE UPDATE OF voided_at, visit_id, type ON visit_need WHEN EXISTS (SELECT 1
FROM month m WHERE m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND
m.month IN (substr((SELECT p.visited_on FROM visit p WHERE p.id = old.visit_id AND p.voided_at IS NULL), 1, 7),
substr((SELECT p.visited_on FROM visit p WHERE p.id = new.visit_id AND p.voided_at IS NULL), 1, 7)) AND (CASE WHEN
old.voided_at IS NULL AND substr((SELECT p.visited_on FROM visit p WHERE p.id = old.visit_id AND p.voided_at IS NULL),
1, 7) = m.month THEN quote((SELECT p.visited_on FROM visit p WHERE p.id = old.visit_id AND p.voided_at IS NULL)) ||
',' || quote(old.visit_id) || ',' || quote(old.type) END IS NOT CASE WHEN new.voided_at IS NULL AND substr((SELECT
p.visited_on FROM visit p WHERE p.id = new.visit_id AND p.voided_at IS NULL), 1, 7) = m.month THEN quote((SELECT
p.visited_on FROM visit p WHERE p.id = new.visit_id AND p.voided_at IS NULL)) || ',' || quote(new.visit_id) || ',' ||
quote(new.type) END)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER risk_month_insert BEFORE INSERT ON risk WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open' AND
m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND (CASE WHEN new.voided_at IS NULL AND
substr(new.found_on, 1, 7) = m.month THEN quote(new.found_on) || ',' || quote(new.resident_id) || ',' ||
quote(new.what) || ',' || quote(new.level) || ',' || quote(new.action) || ',' || quote(new.due_on) END IS NOT NULL OR
CASE WHEN new.voided_at IS NULL AND new.found_on < min(COALESCE(new.closed_on, '9999-12-31'), m.month || '-32') AND
min(COALESCE(new.closed_on, '9999-12-31'), m.month || '-32') > m.month || '-01' THEN quote(max(new.found_on, m.month
|| '-01')) || ',' || quote(min(COALESCE(new.closed_on, '9999-12-31'), m.month || '-32')) || ',' ||
quote(new.resident_id) END IS NOT NULL OR CASE WHEN new.voided_at IS NULL AND substr(new.closed_on, 1, 7) = m.month
THEN quote(new.closed_on) || ',' || quote(new.resident_id) || ',' || quote(new.result) END IS NOT NULL)) BEGIN SELECT
RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER risk_month_update BEFORE UPDATE OF voided_at, found_on, resident_id, what, level, action, due_on,
closed_on, result ON risk WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open' AND m.voided_at IS NULL AND
m.month NOT IN (SELECT g.month FROM month_gate g) AND (CASE WHEN old.voided_at IS NULL AND substr(old.found_on, 1, 7)
= m.month THEN quote(old.found_on) || ',' || quote(old.resident_id) || ',' || quote(old.what) || ',' ||
quote(old.level) || ',' || quote(old.action) || ',' || quote(old.due_on) END IS NOT CASE WHEN new.voided_at IS NULL
AND substr(new.found_on, 1, 7) = m.month THEN quote(new.found_on) || ',' || quote(new.resident_id) || ',' ||
quote(new.what) || ',' || quote(new.level) || ',' || quote(new.action) || ',' || quote(new.due_on) END OR CASE WHEN
old.voided_at IS NULL AND old.found_on < min(COALESCE(old.closed_on, '9999-12-31'), m.month || '-32') AND
min(COALESCE(old.closed_on, '9999-12-31'), m.month || '-32') > m.month || '-01' THEN quote(max(old.found_on, m.month
|| '-01')) || ',' || quote(min(COALESCE(old.closed_on, '9999-12-31'), m.month || '-32')) || ',' ||
quote(old.resident_id) END IS NOT CASE WHEN new.voided_at IS NULL AND new.found_on < min(COALESCE(new.closed_on,
'9999-12-31'), m.month || '-32') AND min(COALESCE(new.closed_on, '9999-12-31'), m.month || '-32') > m.month || '-01'
THEN quote(max(new.found_on, m.month || '-01')) || ',' || quote(min(COALESCE(new.closed_on, '9999-12-31'), m.month ||
'-32')) || ',' || quote(new.resident_id) END OR CASE WHEN old.voided_at IS NULL AND substr(old.closed_on, 1, 7) =
m.month THEN quote(old.closed_on) || ',' || quote(old.resident_id) || ',' || quote(old.result) END IS NOT CASE WHEN
new.voided_at IS NULL AND substr(new.closed_on, 1, 7) = m.month THEN quote(new.closed_on) || ',' ||
quote(new.resident_id) || ',' || quote(new.result) END)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER excusal_month_insert BEFORE INSERT ON excusal WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <>
'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN (substr(new.month,
1, 7)) AND (CASE WHEN new.voided_at IS NULL AND substr(new.month, 1, 7) = m.month THEN quote(new.month) || ',' ||
quote(new.resident_id) || ',' || quote(new.reason) END IS NOT NULL)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER excusal_month_update BEFORE UPDATE OF voided_at, month, resident_id, reason ON excusal WHEN EXISTS
(SELECT 1 FROM month m WHERE m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM
month_gate g) AND m.month IN (substr(old.month, 1, 7), substr(new.month, 1, 7)) AND (CASE WHEN old.voided_at IS NULL
AND substr(old.month, 1, 7) = m.month THEN quote(old.month) || ',' || quote(old.resident_id) || ',' ||
quote(old.reason) END IS NOT CASE WHEN new.voided_at IS NULL AND substr(new.month, 1, 7) = m.month THEN
quote(new.month) || ',' || quote(new.resident_id) || ',' || quote(new.reason) END)) BEGIN SELECT RAISE(ABORT,
'month_closed'); END

CREATE TRIGGER finding_explanation_month_insert BEFORE INSERT ON finding_explanation WHEN EXISTS (SELECT 1 FROM month
m WHERE m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN
(substr(new.month, 1, 7)) AND (CASE WHEN new.voided_at IS NULL AND substr(new.month, 1, 7) = m.month THEN
quote(new.month) || ',' || quote(new.key) || ',' || quote(new.words) END IS NOT NULL)) BEGIN SELECT RAISE(ABORT,
'month_closed'); END

CREATE TRIGGER finding_explanation_month_update BEFORE UPDATE OF voided_at, month, key, words ON finding_explanation
WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month
FROM month_gate g) AND m.month IN (substr(old.month, 1, 7), substr(new.month, 1, 7)) AND (CASE WHEN old.voided_at IS
NULL AND substr(old.month, 1, 7) = m.month THEN quote(old.month) || ',' || quote(old.key) || ',' || quote(old.words)
END IS NOT CASE WHEN new.voided_at IS NULL AND substr(new.month, 1, 7) = m.month THEN quote(new.month) || ',' ||
quote(new.key) || ',' || quote(new.words) END)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER help_service_month_insert BEFORE INSERT ON help_service WHEN EXISTS (SELECT 1 FROM month m WHERE
m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN
(substr(new.service_on, 1, 7)) AND (CASE WHEN new.voided_at IS NULL AND new.state IN ('done', 'rated') AND
substr(new.service_on, 1, 7) = m.month THEN quote(new.service_on) || ',' || quote(new.resident_id) || ',' ||
quote(new.type) || ',' || quote(new.place) || ',' || quote(new.minutes) || ',' || quote(new.worker) || ',' ||
quote(new.payer) || ',' || quote(new.fee_fen) || ',' || quote(new.subsidy_fen) END IS NOT NULL)) BEGIN SELECT
RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER help_service_month_update BEFORE UPDATE OF voided_at, service_on, resident_id, type, place, minutes,
worker, payer, fee_fen, subsidy_fen, state ON help_service WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open'
AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN (substr(old.service_on,
1, 7), substr(new.service_on, 1, 7)) AND (CASE WHEN old.voided_at IS NULL AND old.state IN ('done', 'rated') AND
substr(old.service_on, 1, 7) = m.month THEN quote(old.service_on) || ',' || quote(old.resident_id) || ',' ||
quote(old.type) || ',' || quote(old.place) || ',' || quote(old.minutes) || ',' || quote(old.worker) || ',' ||
quote(old.payer) || ',' || quote(old.fee_fen) || ',' || quote(old.subsidy_fen) END IS NOT CASE WHEN new.voided_at IS
NULL AND new.state IN ('done', 'rated') AND substr(new.service_on, 1, 7) = m.month THEN quote(new.service_on) || ','
|| quote(new.resident_id) || ',' || quote(new.type) || ',' || quote(new.place) || ',' || quote(new.minutes) || ',' ||
quote(new.worker) || ',' || quote(new.payer) || ',' || quote(new.fee_fen) || ',' || quote(new.subsidy_fen) END)) BEGIN
SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER meal_month_insert BEFORE INSERT ON meal WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open' AND
m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN (substr(new.eaten_on, 1, 7))
AND (CASE WHEN new.voided_at IS NULL AND substr(new.eaten_on, 1, 7) = m.month THEN quote(new.eaten_on) || ',' ||
quote(new.resident_id) || ',' || quote(new.meal) || ',' || quote(new.mode) || ',' || quote(new.price_fen) || ',' ||
quote(new.subsidy_fen) || ',' || quote(new.paid_fen) END IS NOT NULL)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER meal_month_update BEFORE UPDATE OF voided_at, eaten_on, resident_id, meal, mode, price_fen,
subsidy_fen, paid_fen ON meal WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open' AND m.voided_at IS NULL AND
m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month IN (substr(old.eaten_on, 1, 7), substr(new.eaten_on, 1,
7)) AND (CASE WHEN old.voided_at IS NULL AND substr(old.eaten_on, 1, 7) = m.month THEN quote(old.eaten_on) || ',' ||
quote(old.resident_id) || ',' || quote(old.meal) || ',' || quote(old.mode) || ',' || quote(old.price_fen) || ',' ||
quote(old.subsidy_fen) || ',' || quote(old.paid_fen) END IS NOT CASE WHEN new.voided_at IS NULL AND
substr(new.eaten_on, 1, 7) = m.month THEN quote(new.eaten_on) || ',' || quote(new.resident_id) || ',' ||
quote(new.meal) || ',' || quote(new.mode) || ',' || quote(new.price_fen) || ',' || quote(new.subsidy_fen) || ',' ||
quote(new.paid_fen) END)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER stay_month_insert BEFORE INSERT ON stay WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open' AND
m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND (CASE WHEN new.voided_at IS NULL AND
new.from_on < min(COALESCE(new.to_on, '9999-12-31'), m.month || '-32') AND min(COALESCE(new.to_on, '9999-12-31'),
m.month || '-32') > m.month || '-01' THEN quote(max(new.from_on, m.month || '-01')) || ',' ||
quote(min(COALESCE(new.to_on, '9999-12-31'), m.month || '-32')) || ',' || quote(new.resident_id) || ',' ||
quote(new.bed_id) END IS NOT NULL OR CASE WHEN new.voided_at IS NULL AND substr(new.to_on, 1, 7) = m.month THEN
quote(new.to_on) || ',' || quote(new.resident_id) || ',' || quote(new.bed_id) END IS NOT NULL)) BEGIN SELECT
RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER stay_month_update BEFORE UPDATE OF voided_at, from_on, to_on, resident_id, bed_id ON stay WHEN EXISTS
(SELECT 1 FROM month m WHERE m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM
month_gate g) AND (CASE WHEN old.voided_at IS NULL AND old.from_on < min(COALESCE(old.to_on, '9999-12-31'), m.month ||
'-32') AND min(COALESCE(old.to_on, '9999-12-31'), m.month || '-32') > m.month || '-01' THEN quote(max(old.from_on,
m.month || '-01')) || ',' || quote(min(COALESCE(old.to_on, '9999-12-31'), m.month || '-32')) || ',' ||
quote(old.resident_id) || ',' || quote(old.bed_id) END IS NOT CASE WHEN new.voided_at IS NULL AND new.from_on <
min(COALESCE(new.to_on, '9999-12-31'), m.month || '-32') AND min(COALESCE(new.to_on, '9999-12-31'), m.month || '-32')
> m.month || '-01' THEN quote(max(new.from_on, m.month || '-01')) || ',' || quote(min(COALESCE(new.to_on,
'9999-12-31'), m.month || '-32')) || ',' || quote(new.resident_id) || ',' || quote(new.bed_id) END OR CASE WHEN
old.voided_at IS NULL AND substr(old.to_on, 1, 7) = m.month THEN quote(old.to_on) || ',' || quote(old.resident_id) ||
',' || quote(old.bed_id) END IS NOT CASE WHEN new.voided_at IS NULL AND substr(new.to_on, 1, 7) = m.month THEN
quote(new.to_on) || ',' || quote(new.resident_id) || ',' || quote(new.bed_id) END)) BEGIN SELECT RAISE(ABORT,
'month_closed'); END

CREATE TRIGGER leave_month_insert BEFORE INSERT ON leave WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open'
AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND (CASE WHEN new.voided_at IS NULL AND
new.from_on <= min(COALESCE(new.to_on, '9999-12-31'), date(m.month || '-01', '+1 month', '-1 day')) AND
min(COALESCE(new.to_on, '9999-12-31'), date(m.month || '-01', '+1 month', '-1 day')) >= m.month || '-01' THEN
quote(max(new.from_on, m.month || '-01')) || ',' || quote(min(COALESCE(new.to_on, '9999-12-31'), date(m.month ||
'-01', '+1 month', '-1 day'))) || ',' || quote(new.stay_id) END IS NOT NULL)) BEGIN SELECT RAISE(ABORT,
'month_closed'); END

CREATE TRIGGER leave_month_update BEFORE UPDATE OF voided_at, from_on, to_on, stay_id ON leave WHEN EXISTS (SELECT 1
FROM month m WHERE m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND
(CASE WHEN old.voided_at IS NULL AND old.from_on <= min(COALESCE(old.to_on, '9999-12-31'), date(m.month || '-01',
'+1 month', '-1 day')) AND min(COALESCE(old.to_on, '9999-12-31'), date(m.month || '-01', '+1 month', '-1 day')) >=
m.month || '-01' THEN quote(max(old.from_on, m.month || '-01')) || ',' || quote(min(COALESCE(old.to_on, '9999-12-31'),
date(m.month || '-01', '+1 month', '-1 day'))) || ',' || quote(old.stay_id) END IS NOT CASE WHEN new.voided_at IS NULL
AND new.from_on <= min(COALESCE(new.to_on, '9999-12-31'), date(m.month || '-01', '+1 month', '-1 day')) AND
min(COALESCE(new.to_on, '9999-12-31'), date(m.month || '-01', '+1 month', '-1 day')) >= m.month || '-01' THEN
quote(max(new.from_on, m.month || '-01')) || ',' || quote(min(COALESCE(new.to_on, '9999-12-31'), date(m.month ||
'-01', '+1 month', '-1 day'))) || ',' || quote(new.stay_id) END)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER bed_outage_month_insert BEFORE INSERT ON bed_outage WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <>
'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND (CASE WHEN new.voided_at IS
NULL AND new.from_on <= min(COALESCE(new.to_on, '9999-12-31'), date(m.month || '-01', '+1 month', '-1 day')) AND
min(COALESCE(new.to_on, '9999-12-31'), date(m.month || '-01', '+1 month', '-1 day')) >= m.month || '-01' THEN
quote(max(new.from_on, m.month || '-01')) || ',' || quote(min(COALESCE(new.to_on, '9999-12-31'), date(m.month ||
'-01', '+1 month', '-1 day'))) || ',' || quote(new.bed_id) END IS NOT NULL)) BEGIN SELECT RAISE(ABORT,
'month_closed'); END

CREATE TRIGGER bed_outage_month_update BEFORE UPDATE OF voided_at, from_on, to_on, bed_id ON bed_outage WHEN EXISTS
(SELECT 1 FROM month m WHERE m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM
month_gate g) AND (CASE WHEN old.voided_at IS NULL AND old.from_on <= min(COALESCE(old.to_on, '9999-12-31'),
date(m.month || '-01', '+1 month', '-1 day')) AND min(COALESCE(old.to_on, '9999-12-31'), date(m.month || '-01',
'+1 month', '-1 day')) >= m.month || '-01' THEN quote(max(old.from_on, m.month || '-01')) || ',' ||
quote(min(COALESCE(old.to_on, '9999-12-31'), date(m.month || '-01', '+1 month', '-1 day'))) || ',' ||
quote(old.bed_id) END IS NOT CASE WHEN new.voided_at IS NULL AND new.from_on <= min(COALESCE(new.to_on, '9999-12-31'),
date(m.month || '-01', '+1 month', '-1 day')) AND min(COALESCE(new.to_on, '9999-12-31'), date(m.month || '-01',
'+1 month', '-1 day')) >= m.month || '-01' THEN quote(max(new.from_on, m.month || '-01')) || ',' ||
quote(min(COALESCE(new.to_on, '9999-12-31'), date(m.month || '-01', '+1 month', '-1 day'))) || ',' ||
quote(new.bed_id) END)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER rule_month_insert BEFORE INSERT ON rule WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open' AND
m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND (CASE WHEN new.voided_at IS NULL AND
new.valid_from <= date(m.month || '-01', '+1 month', '-1 day') AND date(m.month || '-01', '+1 month', '-1 day') >=
m.month || '-01' THEN quote(max(new.valid_from, m.month || '-01')) || ',' || quote(date(m.month || '-01', '+1 month',
'-1 day')) || ',' || quote(new.key) || ',' || quote(new.value) END IS NOT NULL)) BEGIN SELECT RAISE(ABORT,
'month_closed'); END

CREATE TRIGGER rule_month_update BEFORE UPDATE OF voided_at, valid_from, key, value ON rule WHEN EXISTS (SELECT 1 FROM
month m WHERE m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND
(CASE WHEN old.voided_at IS NULL AND old.valid_from <= date(m.month || '-01', '+1 month', '-1 day') AND date(m.month
|| '-01', '+1 month', '-1 day') >= m.month || '-01' THEN quote(max(old.valid_from, m.month || '-01')) || ',' ||
quote(date(m.month || '-01', '+1 month', '-1 day')) || ',' || quote(old.key) || ',' || quote(old.value) END IS NOT
CASE WHEN new.voided_at IS NULL AND new.valid_from <= date(m.month || '-01', '+1 month', '-1 day') AND date(m.month ||
'-01', '+1 month', '-1 day') >= m.month || '-01' THEN quote(max(new.valid_from, m.month || '-01')) || ',' ||
quote(date(m.month || '-01', '+1 month', '-1 day')) || ',' || quote(new.key) || ',' || quote(new.value) END)) BEGIN
SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER meal_price_month_insert BEFORE INSERT ON meal_price WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <>
'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND (CASE WHEN new.voided_at IS
NULL AND new.valid_from <= date(m.month || '-01', '+1 month', '-1 day') AND date(m.month || '-01', '+1 month',
'-1 day') >= m.month || '-01' THEN quote(max(new.valid_from, m.month || '-01')) || ',' || quote(date(m.month || '-01',
'+1 month', '-1 day')) || ',' || quote(new.meal) || ',' || quote(new.price_fen) END IS NOT NULL)) BEGIN SELECT
RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER meal_price_month_update BEFORE UPDATE OF voided_at, valid_from, meal, price_fen ON meal_price WHEN
EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM
month_gate g) AND (CASE WHEN old.voided_at IS NULL AND old.valid_from <= date(m.month || '-01', '+1 month', '-1 day')
AND date(m.month || '-01', '+1 month', '-1 day') >= m.month || '-01' THEN quote(max(old.valid_from, m.month || '-01'))
|| ',' || quote(date(m.month || '-01', '+1 month', '-1 day')) || ',' || quote(old.meal) || ',' || quote(old.price_fen)
END IS NOT CASE WHEN new.voided_at IS NULL AND new.valid_from <= date(m.month || '-01', '+1 month', '-1 day') AND
date(m.month || '-01', '+1 month', '-1 day') >= m.month || '-01' THEN quote(max(new.valid_from, m.month || '-01')) ||
',' || quote(date(m.month || '-01', '+1 month', '-1 day')) || ',' || quote(new.meal) || ',' || quote(new.price_fen)
END)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER subsidy_rule_month_insert BEFORE INSERT ON subsidy_rule WHEN EXISTS (SELECT 1 FROM month m WHERE
m.state <> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND (CASE WHEN
new.voided_at IS NULL AND new.valid_from <= date(m.month || '-01', '+1 month', '-1 day') AND date(m.month || '-01',
'+1 month', '-1 day') >= m.month || '-01' THEN quote(max(new.valid_from, m.month || '-01')) || ',' ||
quote(date(m.month || '-01', '+1 month', '-1 day')) || ',' || quote(new.min_age) || ',' || quote(new.flags) || ',' ||
quote(new.meal) || ',' || quote(new.mode) || ',' || quote(new.amount_fen) || ',' || quote(new.day_cap_fen) || ',' ||
quote(new.min_spend_fen) END IS NOT NULL)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER subsidy_rule_month_update BEFORE UPDATE OF voided_at, valid_from, min_age, flags, meal, mode,
amount_fen, day_cap_fen, min_spend_fen ON subsidy_rule WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <> 'open' AND
m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND (CASE WHEN old.voided_at IS NULL AND
old.valid_from <= date(m.month || '-01', '+1 month', '-1 day') AND date(m.month || '-01', '+1 month', '-1 day') >=
m.month || '-01' THEN quote(max(old.valid_from, m.month || '-01')) || ',' || quote(date(m.month || '-01', '+1 month',
'-1 day')) || ',' || quote(old.min_age) || ',' || quote(old.flags) || ',' || quote(old.meal) || ',' || quote(old.mode)
|| ',' || quote(old.amount_fen) || ',' || quote(old.day_cap_fen) || ',' || quote(old.min_spend_fen) END IS NOT CASE
WHEN new.voided_at IS NULL AND new.valid_from <= date(m.month || '-01', '+1 month', '-1 day') AND date(m.month ||
'-01', '+1 month', '-1 day') >= m.month || '-01' THEN quote(max(new.valid_from, m.month || '-01')) || ',' ||
quote(date(m.month || '-01', '+1 month', '-1 day')) || ',' || quote(new.min_age) || ',' || quote(new.flags) || ',' ||
quote(new.meal) || ',' || quote(new.mode) || ',' || quote(new.amount_fen) || ',' || quote(new.day_cap_fen) || ',' ||
quote(new.min_spend_fen) END)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER scan_queue_month_insert BEFORE INSERT ON scan_queue WHEN EXISTS (SELECT 1 FROM month m WHERE m.state <>
'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month =
substr(new.eaten_on, 1, 7)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END

CREATE TRIGGER route_sheet_month_insert BEFORE INSERT ON route_sheet WHEN EXISTS (SELECT 1 FROM month m WHERE m.state
<> 'open' AND m.voided_at IS NULL AND m.month NOT IN (SELECT g.month FROM month_gate g) AND m.month = substr(new.day,
1, 7)) BEGIN SELECT RAISE(ABORT, 'month_closed'); END
"""

# Every table of records, with the columns that no two rows may share and the rows among which they may not.
UNIQUE: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = {
    "attachment": ((("path",), EVER),),
    "bed": ((("building", "room", "number"), LIVING),),
    "bed_outage": (),
    "centre": (),
    "contact": (),
    "cook_check": (),
    "correction": (),
    "crisis_event": (),
    "dish": (),
    "dish_batch": (),
    "distinct_pair": ((("low_id", "high_id"), LIVING),),
    "excusal": ((("resident_id", "month"), LIVING),),
    "external_id": (),
    "extra_round": (),
    "finding_explanation": ((("month", "key"), LIVING),),
    "flag": (),
    "food_sample": (),
    "grade": (),
    "help_service": (),
    "import_batch": (),
    "leave": (),
    "meal": ((("resident_id", "eaten_on", "meal"), LIVING),),
    "meal_price": ((("valid_from", "meal"), LIVING),),
    "month": ((("month",), LIVING),),
    "printed_code": ((("kind", "serial"), EVER), (("digits",), EVER)),
    "purchase": (),
    "referral": (),
    "register_event": (),
    "resident": ((("id_number",), LIVING),),
    "resident_merge": (),
    "risk": (),
    "round_member": ((("round_id", "resident_id"), LIVING),),
    "route_row": ((("digits",), EVER), (("serial",), EVER)),
    "route_sheet": (),
    "rule": ((("key", "valid_from"), LIVING),),
    "scan_queue": (),
    "staff": ((("name",), LIVING),),
    "stay": (),
    "subsidy_rule": (),
    "sync_export": ((("sequence",), EVER),),
    "visit": (),
    "visit_assignment": (),
    "visit_need": (),
    "visitor": (),
}

ONCE = """CREATE TRIGGER {table}_once BEFORE INSERT ON {table} BEGIN
    SELECT RAISE(ABORT, 'row_stands') WHERE EXISTS (SELECT 1 FROM {table} WHERE id = new.id)
        OR EXISTS (SELECT 1 FROM {table} WHERE uid = new.uid);{unique}
END"""
FIXED = """CREATE TRIGGER {table}_fixed BEFORE UPDATE OF id, uid ON {table}
    WHEN new.id IS NOT old.id OR new.uid IS NOT old.uid
    BEGIN SELECT RAISE(ABORT, 'row_stands'); END"""
ALONE = """CREATE TRIGGER {table}_alone_{at} BEFORE UPDATE OF {columns} ON {table} BEGIN{unique}
END"""
# The words are those of SQLite's own constraint, which the program knows.
TAKEN = """
    SELECT RAISE(ABORT, 'UNIQUE constraint failed: {words}') WHERE {new} EXISTS (
        SELECT 1 FROM {table} WHERE {same}{living} AND id IS NOT new.id);"""

GATE = (
    "CREATE TABLE never (id INTEGER PRIMARY KEY CHECK (0))",
    """CREATE TABLE month_gate (month TEXT PRIMARY KEY,
        hold INTEGER NOT NULL DEFAULT 1 REFERENCES never (id) DEFERRABLE INITIALLY DEFERRED)""",
    # The guard asks for the closed months at each write; their rows hold whole reports.
    "CREATE INDEX month_closed ON month (month) WHERE state <> 'open' AND voided_at IS NULL",
    """CREATE TRIGGER month_frozen
        BEFORE UPDATE OF month, state, version, closed_at, closed_by, figures, sha256, voided_at ON month
        WHEN old.state <> 'open' AND old.voided_at IS NULL AND old.month NOT IN (SELECT month FROM month_gate)
        BEGIN SELECT RAISE(ABORT, 'month_closed'); END""",
)


def up(migrator: Any, db: Any) -> None:
    """Make the gate, then the triggers."""
    for statement in (*GATE, *guard(), *standing()):
        db.execute_sql(statement)


def guard() -> list[str]:
    """The statements of the month guard."""
    return GUARD.strip().split("\n\n")


def standing() -> Iterator[str]:
    """The statements that keep a row from being replaced by another."""
    for table, keys in UNIQUE.items():
        unique = [_taken(table, columns, among) for columns, among in keys]
        yield ONCE.format(table=table, unique="".join(unique))
        yield FIXED.format(table=table)
        for at, ((columns, among), taken) in enumerate(zip(keys, unique, strict=True), 1):
            named = ", ".join((*columns, *(("voided_at",) if among == LIVING else ())))
            yield ALONE.format(table=table, at=at, columns=named, unique=taken)


def _taken(table: str, columns: tuple[str, ...], among: str) -> str:
    living = among == LIVING
    return TAKEN.format(
        table=table,
        words=", ".join(f"{table}.{column}" for column in columns),
        new="new.voided_at IS NULL AND" if living else "",
        same=" AND ".join(f"{column} = new.{column}" for column in columns),
        living=" AND voided_at IS NULL" if living else "",
    )
