package io.channelkeeper.portfolio;

/**
 * What calls for somebody on every page (H-9 to H-12).
 *
 * @param count how many channels are interrupted without anybody having been asked lately
 * @param dismissed whether the banner is not to be shown to this member now
 */
public record Alarm(long count, boolean dismissed) {

	/** Whether anything is interrupted. */
	public boolean isOn() {
		return this.count > 0;
	}

	/** Whether the banner is to be shown. */
	public boolean isLoud() {
		return isOn() && !this.dismissed;
	}

	/** Changes with everything that pages show of it. */
	public String version() {
		return this.count + (isLoud() ? "!" : "");
	}

}
