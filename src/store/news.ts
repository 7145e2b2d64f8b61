/** PostgreSQL's channel on which replicas tell each other that there is a new revision. */
export const NEWS = 'after_ec_helper_revision';
