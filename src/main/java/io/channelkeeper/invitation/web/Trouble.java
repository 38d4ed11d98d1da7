package io.channelkeeper.invitation.web;

import java.util.List;

/**
 * A diagnosis as the creator reads it.
 *
 * @param heading what is missing
 * @param steps what to do on this kind of phone, in order
 */
public record Trouble(String heading, List<String> steps) {

	public Trouble {
		steps = List.copyOf(steps);
	}

}
