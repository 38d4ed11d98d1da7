package io.channelkeeper.invitation.job;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

import io.channelkeeper.invitation.InvitationUpkeep;
import io.channelkeeper.invitation.InvitationUpkeep.DueReminder;
import io.channelkeeper.support.Tenancy;

/**
 * Looks after unanswered invitations every few minutes.
 */
@Component
public class InvitationJob {

	private static final Logger log = LoggerFactory.getLogger(InvitationJob.class);

	private static final int PAGE = 500;

	private final InvitationUpkeep upkeep;

	InvitationJob(InvitationUpkeep upkeep) {
		this.upkeep = upkeep;
	}

	/** One round. One invitation that fails never stops the others. */
	public void run() {
		int abandoned = this.upkeep.giveUpAttempts();
		int expired = this.upkeep.endExpired();
		int done = 0;
		int skipped = 0;
		int failed = 0;
		for (DueReminder due : this.upkeep.dueReminders(PAGE)) {
			try {
				boolean sent = Tenancy.within(due.organizationId(), () -> this.upkeep.remind(due));
				done += sent ? 1 : 0;
				skipped += sent ? 0 : 1;
			}
			catch (RuntimeException ex) {
				failed++;
				log.warn("No reminder for invitation {}", due.invitationId(), ex);
			}
		}
		if (abandoned + expired + done + skipped + failed > 0) {
			log.info("Invitations: {} reminded, {} skipped, {} failed, {} expired, {} attempts given up", done, skipped,
					failed, expired, abandoned);
		}
	}

}
