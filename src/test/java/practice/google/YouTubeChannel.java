package practice.google;

import org.jspecify.annotations.Nullable;

/**
 * A channel at practice YouTube.
 */
final class YouTubeChannel {

	final String id;

	volatile String title;

	volatile @Nullable String customUrl;

	volatile long subscribers;

	volatile boolean hidden;

	volatile String privacy;

	volatile int picture = 1;

	final long videos;

	final long views;

	YouTubeChannel(GoogleWorld.ChannelLine line) {
		this.id = line.id();
		this.title = line.title();
		this.customUrl = line.customUrl();
		this.subscribers = line.subscribers();
		this.videos = line.videos();
		this.views = line.views();
		this.hidden = line.hidden();
		this.privacy = line.privacy();
	}

	boolean isCalled(@Nullable String name) {
		return name != null && (this.id.equals(name) || this.title.equals(name) || (this.customUrl != null
				&& this.customUrl.equalsIgnoreCase(name.startsWith("@") ? name : "@" + name)));
	}

	synchronized void changePicture() {
		this.picture = this.picture + 1;
	}

}
