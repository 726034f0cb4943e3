/** Disks that are soon full, or cannot be written. */
@NullMarked
package jp.madoguchi.simulators.disk;

import org.jspecify.annotations.NullMarked;
