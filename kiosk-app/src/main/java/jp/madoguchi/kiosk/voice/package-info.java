/** What the kiosk says aloud: texts cut into recordings, values said with few of them. No sound is made here. */
@NullMarked
package jp.madoguchi.kiosk.voice;

import org.jspecify.annotations.NullMarked;
