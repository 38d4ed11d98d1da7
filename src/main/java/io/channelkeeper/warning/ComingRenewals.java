package io.channelkeeper.warning;

/**
 * How many sign-ins are renewed soon, and by whom.
 *
 * @param bySelf without anybody: the network takes the tokens that are there
 * @param byCreators by creators who signed in themselves
 * @param byMembers by members
 */
public record ComingRenewals(int bySelf, int byCreators, int byMembers) {

	public int all() {
		return this.bySelf + this.byCreators + this.byMembers;
	}

}
