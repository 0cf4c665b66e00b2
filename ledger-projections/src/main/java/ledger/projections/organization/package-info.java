/** 志愿服务组织: the tree of organizations as it stands. */
@NullMarked
package ledger.projections.organization;

import org.jspecify.annotations.NullMarked;
