/** The audit log: what happened, in a chain of which nothing can be taken unseen. docs/audit.md. Ids and amounts only. */
@NullMarked
package jp.madoguchi.kiosk.audit;

import org.jspecify.annotations.NullMarked;
