@NullMarked
package jp.madoguchi.simulators.center.pages;

import org.jspecify.annotations.NullMarked;
