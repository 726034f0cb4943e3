/** A ccTalk bus with a coin acceptor, hoppers and a bill validator (ccTalk generic specification v4.6, parts 1 to 3). */
@NullMarked
package jp.madoguchi.simulators.cash;

import org.jspecify.annotations.NullMarked;
