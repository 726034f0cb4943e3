/**
 * What a visit is and how it moves: one table for each service, pure moves, sealed events and effects. Depends on the
 * shared terms and on the values of the device ports, on nothing that acts.
 */
@NullMarked
package jp.madoguchi.kiosk.flow;

import org.jspecify.annotations.NullMarked;
