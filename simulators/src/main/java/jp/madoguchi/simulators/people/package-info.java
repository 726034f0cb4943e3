/** Fictional residents, one JSON file each: read by the simulated center and by the issuer of the simulated cards. */
@NullMarked
package jp.madoguchi.simulators.people;

import org.jspecify.annotations.NullMarked;
