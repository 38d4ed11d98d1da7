package io.channelkeeper.support.web;

import org.thymeleaf.spring6.view.ThymeleafViewResolver;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * After a form the browser is told to look elsewhere (303), whatever method it used.
 */
@Configuration(proxyBeanMethods = false)
class RedirectConfiguration {

	@Bean
	static BeanPostProcessor seeOther() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				if (bean instanceof ThymeleafViewResolver resolver) {
					resolver.setRedirectHttp10Compatible(false);
				}
				return bean;
			}
		};
	}

}
