package io.channelkeeper.connection.job;

import java.time.Duration;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.channelkeeper.connection.ConnectionUpkeep;

/**
 * When the upkeep of connections takes place.
 */
@Configuration(proxyBeanMethods = false)
class ConnectionUpkeepJob {

	@Bean
	RecurringTask<Void> connectionRound(ConnectionUpkeep upkeep) {
		return Tasks.recurring("connection-upkeep", FixedDelay.of(Duration.ofMinutes(5)))
			.execute((instance, context) -> upkeep.round());
	}

}
