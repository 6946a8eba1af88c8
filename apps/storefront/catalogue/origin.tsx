interface OriginProps {
  origin: { name: string; provinceName: string };
}

/** 陕西省 · 佳县. Names of places stay Chinese in both languages, as on the pack and the map. */
export function Origin({ origin }: OriginProps) {
  return (
    <span lang="zh-CN">
      {origin.provinceName === origin.name ? origin.name : `${shortProvince(origin.provinceName)} · ${origin.name}`}
    </span>
  );
}

/** 广西壮族自治区 -> 广西, as everybody says it where room is short. */
export function shortProvince(name: string): string {
  return name.replace(/(壮族|回族|维吾尔)?自治区$|省$|市$/u, '');
}
