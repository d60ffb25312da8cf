-- Names are looked for by their values. With the value first, the key does for that as well, and an index is left out:
-- each was written for every name of every contact of a first load. H2 and PostgreSQL agree on no other way to do it.
CREATE TABLE contact_identity_by_value (
    kind           VARCHAR(32) NOT NULL,
    issuer         VARCHAR(128) NOT NULL,
    identity_value VARCHAR(256) NOT NULL,
    contact_id     VARCHAR(64) NOT NULL,
    CONSTRAINT contact_identity_key PRIMARY KEY (identity_value, kind, issuer)
);
INSERT INTO contact_identity_by_value (kind, issuer, identity_value, contact_id)
SELECT kind, issuer, identity_value, contact_id FROM contact_identity;
DROP TABLE contact_identity;
ALTER TABLE contact_identity_by_value RENAME TO contact_identity;
CREATE INDEX contact_identity_contact ON contact_identity (contact_id);
