@NullMarked
package jp.madoguchi.simulators.pki;

import org.jspecify.annotations.NullMarked;
