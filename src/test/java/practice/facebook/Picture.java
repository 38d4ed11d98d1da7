package practice.facebook;

/**
 * A profile picture and what its address serves.
 */
final class Picture {

	volatile int version = 1;

	volatile PictureMode mode = PictureMode.GOOD;

	synchronized void change() {
		this.version++;
	}

}
