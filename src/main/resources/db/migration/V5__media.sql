-- Perform: files that WeCom has from us, so that each content is uploaded once. WeCom forgets them after three days.
CREATE TABLE uploaded_media (
    corp        VARCHAR(64) NOT NULL,
    sha256      VARCHAR(64) NOT NULL,
    kind        VARCHAR(8) NOT NULL,
    media_id    VARCHAR(256) NOT NULL,
    uploaded_at TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (corp, sha256, kind)
);
