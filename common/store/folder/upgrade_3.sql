-- Format 3 → 4: a version may say how sure the machine was that read it from print.

ALTER TABLE version ADD COLUMN ocr_confidence REAL;
