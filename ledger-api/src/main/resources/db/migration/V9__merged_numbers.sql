-- Where the accounts of merged numbers go on (R5), kept with the facts that say so.
CREATE TABLE reference.merged (
  account_id text PRIMARY KEY,
  into_account_id text NOT NULL
);
