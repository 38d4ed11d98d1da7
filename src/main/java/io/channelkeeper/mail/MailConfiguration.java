package io.channelkeeper.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.xbill.DNS.ExtendedResolver;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.channelkeeper.support.SealedColumn;

/**
 * How mails are written and when the rounds are.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailProperties.class)
class MailConfiguration {

	@Bean
	SpringResourceTemplateResolver mailTextTemplates() {
		SpringResourceTemplateResolver resolver = new SpringResourceTemplateResolver();
		resolver.setPrefix("classpath:/templates/");
		resolver.setResolvablePatterns(Set.of("mail/*.txt"));
		resolver.setTemplateMode(TemplateMode.TEXT);
		resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
		resolver.setOrder(1);
		return resolver;
	}

	@Bean
	SenderDomain senderDomain(MailProperties properties) {
		String from = properties.from().value();
		return new SenderDomain(new ExtendedResolver(), from.substring(from.indexOf('@') + 1));
	}

	@Bean
	RecurringTask<Void> mailRound(PostOffice office) {
		return Tasks.recurring("mail-round", FixedDelay.of(Duration.ofSeconds(30)))
			.execute((instance, context) -> office.round());
	}

	@Bean
	SealedColumn sealedMail() {
		return new SealedColumn("mail", "content");
	}

}
