package io.channelkeeper.portfolio;

/**
 * How reminding went.
 *
 * @param sent how many invitations were reminded of
 * @param withoutAddress how many have no e-mail address to write to
 */
public record Reminded(int sent, int withoutAddress) {

	/** Whether nobody waits for an answer at all. */
	public boolean isNobody() {
		return this.sent + this.withoutAddress == 0;
	}

}
