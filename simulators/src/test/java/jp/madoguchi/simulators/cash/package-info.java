@NullMarked
package jp.madoguchi.simulators.cash;

import org.jspecify.annotations.NullMarked;
