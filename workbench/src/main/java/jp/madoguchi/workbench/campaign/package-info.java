/**
 * Every exchange with every device, struck by every blow, in whole visits; and what the world's truth says afterwards.
 */
@NullMarked
package jp.madoguchi.workbench.campaign;

import org.jspecify.annotations.NullMarked;
