package io.channelkeeper.invitation.job;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells the scheduler when invitations are looked after.
 */
@Configuration(proxyBeanMethods = false)
class InvitationJobConfiguration {

	@Bean
	RecurringTask<Void> invitationTask(InvitationJob job) {
		return Tasks.recurring("invitation", FixedDelay.of(Duration.ofMinutes(2)))
			.execute((instance, context) -> job.run());
	}

}
