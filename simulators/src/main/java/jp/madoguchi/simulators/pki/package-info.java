/** The older PKI of the Juki card: a prefecture's CA, cross-certified with a bridge CA. For tests, trusted by nobody. */
@NullMarked
package jp.madoguchi.simulators.pki;

import org.jspecify.annotations.NullMarked;
