-- Records are looked for by whose they are, for which there is an index already; this one was written for every link of a
-- first load and read by nobody.
DROP INDEX record_link_ours;
