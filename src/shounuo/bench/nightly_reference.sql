-- The night's features and cases once more, written by hand for DuckDB, for the house strategy and the
-- rule-of-thumb estimates. The bench runs it beside the expressions and compares every cell.
-- Parameters: $d the as-of day number. Tables: accounts, contacts, payments, promises, odds.

-- name: features
WITH c AS (
  SELECT account_id,
    count(*) FILTER (day >= $d - 7) attempts_7, count(*) FILTER (day >= $d - 30) attempts_30,
    count(*) attempts_90,
    count(*) FILTER (day >= $d - 30 AND outcome IN (1, 6)) right_30,
    count(*) FILTER (outcome IN (1, 6)) right_90,
    count(*) FILTER (day >= $d - 30 AND outcome = 4) dead_30,
    max(day) FILTER (outcome IN (1, 6)) last_right,
    count(*) FILTER (minute < 720) tries_morning,
    count(*) FILTER (minute >= 720 AND minute < 1080) tries_afternoon,
    count(*) FILTER (minute >= 1080) tries_evening,
    count(*) FILTER (minute < 720 AND outcome = 1) answers_morning,
    count(*) FILTER (minute >= 720 AND minute < 1080 AND outcome = 1) answers_afternoon,
    count(*) FILTER (minute >= 1080 AND outcome = 1) answers_evening
  FROM contacts WHERE channel = 0 AND day < $d GROUP BY account_id
), p AS (
  SELECT account_id, sum(amount_cents) FILTER (day >= $d - 90)::BIGINT paid_90_cents,
    count(*) FILTER (day >= $d - 90 AND amount_cents > 0) payments_90,
    max(day) FILTER (amount_cents > 0) last_payment
  FROM payments WHERE day < $d GROUP BY account_id
), m AS (
  SELECT account_id, count(*) promises_made, count(*) FILTER (verdict = 1) promises_kept,
    count(*) FILTER (verdict = 4) promises_broken, count(*) FILTER (verdict IN (0, 7)) promises_open
  FROM promises WHERE made_day < $d GROUP BY account_id
)
SELECT a.*,
  coalesce(attempts_7, 0)::INT attempts_7, coalesce(attempts_30, 0)::INT attempts_30,
  coalesce(attempts_90, 0)::INT attempts_90, coalesce(right_30, 0)::INT right_30,
  coalesce(right_90, 0)::INT right_90, coalesce(dead_30, 0)::INT dead_30,
  coalesce(tries_morning, 0)::INT tries_morning, coalesce(tries_afternoon, 0)::INT tries_afternoon,
  coalesce(tries_evening, 0)::INT tries_evening, coalesce(answers_morning, 0)::INT answers_morning,
  coalesce(answers_afternoon, 0)::INT answers_afternoon,
  coalesce(answers_evening, 0)::INT answers_evening,
  coalesce(paid_90_cents, 0)::BIGINT paid_90_cents, coalesce(payments_90, 0)::INT payments_90,
  coalesce(promises_made, 0)::INT promises_made, coalesce(promises_kept, 0)::INT promises_kept,
  coalesce(promises_broken, 0)::INT promises_broken, coalesce(promises_open, 0)::INT promises_open,
  coalesce($d - last_right, 9999)::INT days_since_right,
  coalesce($d - last_payment, 9999)::INT days_since_payment
FROM accounts a LEFT JOIN c USING (account_id) LEFT JOIN p USING (account_id)
  LEFT JOIN m USING (account_id)

-- name: cases
WITH points AS (
  SELECT *,
    -126
    + CASE WHEN attempts_7 < 1 THEN 10 WHEN attempts_7 < 3 THEN 2 WHEN attempts_7 < 6 THEN -8
        WHEN attempts_7 < 11 THEN -20 ELSE -40 END
    + CASE WHEN attempts_30 < 6 THEN 6 WHEN attempts_30 < 12 THEN 0 ELSE -12 END
    + CASE WHEN right_90 < 1 THEN -10 WHEN right_90 < 2 THEN 6
        WHEN right_90 < 4 THEN 20 ELSE 32 END
    + CASE WHEN days_since_right < 8 THEN 8 WHEN days_since_right < 31 THEN 4
        WHEN days_since_right < 9999 THEN 0 ELSE -6 END
    + CASE WHEN dead_30 < 1 THEN 2 WHEN dead_30 < 3 THEN -40 ELSE -90 END AS contact_points,
    -31
    + CASE WHEN right_90 < 1 THEN 4 WHEN right_90 < 2 THEN 0 WHEN right_90 < 3 THEN -8 ELSE -18 END
    + CASE WHEN promises_kept < 1 THEN -2 WHEN promises_kept < 2 THEN 16 ELSE 28 END
    + CASE WHEN hardship < 1 THEN 2 ELSE -40 END AS promise_points,
    -10
    + CASE WHEN promises_kept < 1 THEN -4 WHEN promises_kept < 2 THEN 24 ELSE 40 END
    + CASE WHEN promises_broken < 1 THEN 8 WHEN promises_broken < 2 THEN -20
        WHEN promises_broken < 3 THEN -42 ELSE -64 END
    + CASE WHEN days_past_due < 31 THEN 10 WHEN days_past_due < 61 THEN 0
        WHEN days_past_due < 91 THEN -8 ELSE -20 END
    + CASE WHEN past_due_cents < 50000 THEN 26 WHEN past_due_cents < 200000 THEN 6
        WHEN past_due_cents < 1000000 THEN -14 ELSE -34 END
    + CASE WHEN days_since_payment < 31 THEN 18 WHEN days_since_payment < 61 THEN 6
        WHEN days_since_payment < 181 THEN -6 ELSE -18 END
    + CASE WHEN times_in_collection < 1 THEN 6 WHEN times_in_collection < 3 THEN 0
        WHEN times_in_collection < 6 THEN -6 ELSE -14 END
    + CASE WHEN months_on_book < 7 THEN -14 WHEN months_on_book < 25 THEN 0 ELSE 8 END
    + CASE WHEN hardship < 1 THEN 2 ELSE -30 END AS kept_points,
    -95
    + CASE WHEN days_past_due < 6 THEN 50 WHEN days_past_due < 16 THEN 36
        WHEN days_past_due < 31 THEN 20 WHEN days_past_due < 61 THEN -30
        WHEN days_past_due < 91 THEN -36 ELSE -96 END
    + CASE WHEN past_due_cents < 50000 THEN 26 WHEN past_due_cents < 200000 THEN 6
        WHEN past_due_cents < 1000000 THEN -14 ELSE -34 END
    + CASE WHEN days_since_payment < 31 THEN 26 WHEN days_since_payment < 61 THEN 6
        WHEN days_since_payment < 181 THEN -10 ELSE -26 END
    + CASE WHEN promises_broken < 1 THEN 2 WHEN promises_broken < 2 THEN -14 ELSE -26 END
    + CASE WHEN times_in_collection < 1 THEN 10 WHEN times_in_collection < 3 THEN 2
        WHEN times_in_collection < 6 THEN -4 ELSE -10 END
    + CASE WHEN hardship < 1 THEN 2 ELSE -30 END AS cure_points,
    9000 AS share_bp,
    CASE WHEN days_past_due < 31 THEN 150 WHEN days_past_due < 61 THEN 190
      WHEN days_past_due < 91 THEN 220 ELSE 240 END AS talk
  FROM features
), chances AS (
  SELECT points.*, oc.bp contact_bp, oc.day_bp, oc.tries_centi, op.bp promise_bp, ok.bp kept_bp,
    os.bp self_cure_bp
  FROM points
    JOIN odds oc ON oc.points = greatest(-400, least(400, contact_points))
    JOIN odds op ON op.points = greatest(-400, least(400, promise_points))
    JOIN odds ok ON ok.points = greatest(-400, least(400, kept_points))
    JOIN odds os ON os.points = greatest(-400, least(400, cure_points))
), worth AS (
  SELECT *,
    least(greatest(past_due_cents, 0), 1000000000) * share_bp // 10000 AS amount_cents,
    (day_bp::BIGINT * promise_bp // 100) * greatest(kept_bp - self_cure_bp, 0) // 10000 AS chance_ppm,
    tries_centi::BIGINT * 35 // 100 + day_bp::BIGINT * talk // 10000 AS expected_seconds
  FROM chances
), valued AS (
  SELECT *, chance_ppm * amount_cents // 1000 AS milli, milli // 1000 AS value_cents,
    milli * 36 // (expected_seconds * 10) AS value_per_hour_cents
  FROM worth
), segmented AS (
  SELECT *,
    CASE WHEN hardship = 1 THEN 0
      WHEN dead_30 >= 3 AND right_90 = 0 THEN 1
      WHEN attempts_30 >= 25 AND right_90 = 0 AND paid_90_cents <= 0 THEN 2
      WHEN promises_broken >= 4 AND promises_kept = 0 THEN 3
      WHEN self_cure_bp >= 7000 AND days_past_due <= 7 THEN 4
      WHEN attempts_7 >= 10 THEN 5
      WHEN balance_cents >= 5000000 THEN 6
      WHEN days_past_due <= 30 THEN 7 ELSE 8 END AS segment,
    (answers_morning * 10000 + contact_bp * 4) // (tries_morning + 4) AS morning,
    (answers_afternoon * 10000 + contact_bp * 4) // (tries_afternoon + 4) AS afternoon,
    (answers_evening * 10000 + contact_bp * 4) // (tries_evening + 4) AS evening
  FROM valued
)
SELECT account_id, person_id, lender_id, team_id, may_randomise, 0::INT arm, segment::INT segment,
  (CASE WHEN work_state != 0 THEN 0 WHEN balance_cents <= 0 OR past_due_cents <= 0 THEN 1
    WHEN team_id < 0 THEN 2 WHEN promises_open > 0 THEN 3
    WHEN segment >= 6 AND (attempts_7 >= CASE WHEN segment = 7 THEN 5 ELSE 7 END OR chance_ppm <= 0) THEN 7
    WHEN segment = 0 THEN 6 WHEN segment IN (1, 3) THEN 8 WHEN segment = 2 THEN 5
    WHEN segment IN (4, 5) THEN 7 ELSE 9 END)::INT AS decision,
  contact_bp, promise_bp, kept_bp, self_cure_bp, amount_cents, expected_seconds, value_cents,
  value_per_hour_cents,
  8 * 1000000000000000 + least(value_per_hour_cents, 999999999999999) AS rank_key,
  (CASE WHEN attempts_90 < 4 THEN 0
    WHEN morning >= greatest(afternoon, evening) + 500 THEN 1
    WHEN afternoon >= greatest(morning, evening) + 500 THEN 2
    WHEN evening >= greatest(morning, afternoon) + 500 THEN 3 ELSE 0 END)::INT AS slot
FROM segmented

-- name: candidates
SELECT * EXCLUDE (capacity_seconds) FROM (
  SELECT account_id, person_id, lender_id, cases.team_id, arm, segment, expected_seconds, value_cents,
    value_per_hour_cents, rank_key, slot, may_randomise, capacity_seconds,
    row_number() OVER w AS place, (sum(expected_seconds) OVER w)::BIGINT - expected_seconds AS seconds_before
  FROM cases JOIN teams USING (team_id) WHERE decision = 9
  WINDOW w AS (PARTITION BY cases.team_id ORDER BY rank_key DESC, account_id
    ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)
) WHERE seconds_before < capacity_seconds * 12500 // 10000
ORDER BY team_id, place
