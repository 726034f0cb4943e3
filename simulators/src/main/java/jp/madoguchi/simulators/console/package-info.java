/** How the simulators' commands talk to whoever started them. */
@NullMarked
package jp.madoguchi.simulators.console;

import org.jspecify.annotations.NullMarked;
