package io.channelkeeper.organization;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Prints the setup link at each start until somebody used it: to standard output, because
 * a logger may keep it.
 */
@Component
class SetupAnnouncement {

	private final SetupService setup;

	SetupAnnouncement(SetupService setup) {
		this.setup = setup;
	}

	@EventListener(ApplicationReadyEvent.class)
	@Order(Ordered.LOWEST_PRECEDENCE)
	void announce() {
		if (this.setup.isDue()) {
			System.out.println("No organization yet. Set it up here, within 7 days: " + this.setup.newLink());
		}
	}

}
