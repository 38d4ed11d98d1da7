package io.channelkeeper.support;

import java.util.List;

/**
 * The application cannot start with these settings.
 */
public class SettingsException extends RuntimeException {

	private final transient List<String> complaints;

	public SettingsException(List<String> complaints) {
		super(String.join(" ", complaints));
		this.complaints = List.copyOf(complaints);
	}

	/** One sentence for each setting. */
	public List<String> complaints() {
		return this.complaints;
	}

}
