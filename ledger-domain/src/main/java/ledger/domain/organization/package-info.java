/** 志愿服务组织: the bodies that run, record and certify volunteer service. */
@NullMarked
package ledger.domain.organization;

import org.jspecify.annotations.NullMarked;
