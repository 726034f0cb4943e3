@NullMarked
package jp.madoguchi.simulators.center.status;

import org.jspecify.annotations.NullMarked;
