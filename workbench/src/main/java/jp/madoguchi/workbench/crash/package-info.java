/**
 * The program is stopped at every durable step and at random instants while the world around it lives on, is started anew, and
 * what it then believes is held against what really happened.
 */
@NullMarked
package jp.madoguchi.workbench.crash;

import org.jspecify.annotations.NullMarked;
