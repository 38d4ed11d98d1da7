package io.channelkeeper.connection;

import java.util.Optional;
import java.util.UUID;

import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/**
 * Social logins of the bound organization.
 */
interface SocialLoginRepository extends Repository<SocialLoginEntity, UUID> {

	Optional<SocialLoginEntity> findById(UUID id);

	@Query("select l from SocialLoginEntity l where l.provider = :provider and l.externalUserId = :user")
	Optional<SocialLoginEntity> findByUser(String provider, String user);

	SocialLoginEntity save(SocialLoginEntity login);

}
