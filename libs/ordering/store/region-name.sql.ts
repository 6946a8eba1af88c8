/**
 * A region as people write it, down from the province: 浙江省杭州市西湖区. Where no city lies between (municipalities,
 * counties directly below a province) none is named, and nothing is named twice. Reads the aliases `region` and, of its
 * parent, `city`.
 */
export const REGION_NAME = `concat(region.province_name, case when city.level = 'prefecture' then city.name end,
            case when region.level <> 'province' then region.name end)`;
