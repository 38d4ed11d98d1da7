package io.channelkeeper.support;

import java.util.UUID;

import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Tells Hibernate which organization is bound, so that every query of an entity with a
 * tenant id is filtered.
 */
@Configuration(proxyBeanMethods = false)
class TenancyConfiguration {

	@Bean
	HibernatePropertiesCustomizer tenantIdentifierResolver() {
		return (properties) -> properties.put(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER,
				new BoundOrganization());
	}

	/**
	 * Answers from {@link Tenancy}; only "everybody" may see across organizations.
	 */
	private static final class BoundOrganization implements CurrentTenantIdentifierResolver<UUID> {

		@Override
		public UUID resolveCurrentTenantIdentifier() {
			return Tenancy.current();
		}

		@Override
		public boolean validateExistingCurrentSessions() {
			return true;
		}

		@Override
		public boolean isRoot(UUID tenant) {
			return Tenancy.EVERYBODY.equals(tenant);
		}

	}

}
