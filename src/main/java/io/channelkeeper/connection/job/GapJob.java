package io.channelkeeper.connection.job;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.channelkeeper.connection.GapLedger;

/**
 * When the data-gap ledger is compared with how the channels stand.
 */
@Configuration(proxyBeanMethods = false)
class GapJob {

	@Bean
	RecurringTask<Void> dataGaps(GapLedger ledger) {
		return Tasks.recurring("data-gaps", FixedDelay.of(Duration.ofMinutes(1)))
			.execute((instance, context) -> ledger.round());
	}

}
