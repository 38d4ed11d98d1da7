package io.channelkeeper.portfolio;

import java.util.List;

/**
 * The first steps of a new organization, each ticked by what really happened.
 *
 * @param testMailSent somebody sent themselves a test mail
 * @param networkSetUp a network's credentials are there
 * @param creatorsAdded there is a creator
 * @param invited there is an invitation
 * @param mayAdminister whether the viewer may do what admins do
 * @param admins who else may, by name
 */
public record GettingStarted(boolean testMailSent, boolean networkSetUp, boolean creatorsAdded, boolean invited,
		boolean mayAdminister, List<String> admins) {

	public GettingStarted {
		admins = List.copyOf(admins);
	}

}
